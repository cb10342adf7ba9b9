package org.rollscope.broker;

import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.activemq.artemis.core.remoting.impl.ssl.DefaultSSLContextFactory;
import org.apache.activemq.artemis.spi.core.remoting.ssl.SSLContextConfig;
import org.rollscope.access.SecureFolder;

/** Gives the broker library its TLS from a secure folder, so that no second copy of the key lies anywhere. */
public final class PemTls extends DefaultSSLContextFactory {
    /** Kind of key store by which the library asks for this one; its path is the secure folder. */
    static final String STORE_TYPE = "rollscope-secure-folder";

    /** For the service loader. */
    public PemTls() {}

    @Override
    public SSLContext getSSLContext(SSLContextConfig config, Map<String, Object> options) throws Exception {
        return STORE_TYPE.equals(config.getKeystoreType())
                ? new SecureFolder(Path.of(config.getKeystorePath())).serverTls()
                : super.getSSLContext(config, options);
    }

    @Override
    public int getPriority() {
        return super.getPriority() + 1;
    }
}
