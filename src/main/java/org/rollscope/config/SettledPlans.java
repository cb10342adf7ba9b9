package org.rollscope.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.rollscope.programme.plan.Plan;

/**
 * The plan of a person after two sides had changed it: one history again, and what only this side had as files in {@code plans/aside}.
 *
 * <p><b>Threads.</b> One.
 */
public final class SettledPlans {
    private static final String ASIDE = "aside";

    private final ProgrammeFolder folder;

    /** Of a data folder's people. */
    public SettledPlans(ProgrammeFolder folder) {
        this.folder = folder;
    }

    /**
     * Puts a settled history in place of the versions that only this side had: those are put aside first. At every moment in between there
     * is a plan, and none is lost.
     *
     * @param former versions that go aside.
     * @param settled versions from the first of those on.
     */
    public void settle(List<Plan> former, List<Plan> settled) throws IOException {
        for (Plan plan : former) {
            String text = Files.readString(file(plan));
            keepAside(
                    plan.athleteId(),
                    String.format(Locale.ROOT, "%04d-%08x.yaml", plan.origin().version(), text.hashCode()),
                    text);
        }
        for (Plan plan : settled) {
            SafeFile.replace(file(plan), PlanYaml.write(plan));
        }
        int lastVersion = settled.get(settled.size() - 1).origin().version();
        for (int index = former.size() - 1; index >= 0; index--) {
            if (former.get(index).origin().version() > lastVersion) {
                Files.deleteIfExists(file(former.get(index)));
            }
        }
    }

    private Path file(Plan plan) {
        return folder.planFile(plan.athleteId(), plan.origin().version());
    }

    private Path place(String athleteId) {
        return folder.planFile(athleteId, 1).resolveSibling(ASIDE);
    }

    /** Puts a text aside under a name that says which it is. */
    public void keepAside(String athleteId, String name, String text) throws IOException {
        SafeFile.replace(place(athleteId).resolve(name), text);
    }

    /** Versions that were put aside. */
    public List<Path> aside(String athleteId) throws SettingsException {
        return ProgrammeFolder.files(place(athleteId));
    }
}
