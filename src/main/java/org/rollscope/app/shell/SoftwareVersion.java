package org.rollscope.app.shell;

import picocli.CommandLine.IVersionProvider;

/** The version of this software, from the jar's manifest. */
public final class SoftwareVersion implements IVersionProvider {
    public static String current() {
        String version = SoftwareVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Rollscope " + current()};
    }
}
