package org.rollscope.config;

import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used; carries every problem that was found. */
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<SettingsProblem> problems;

    /**
     * Says what is wrong.
     *
     * @param problems at least one.
     */
    public SettingsException(List<SettingsProblem> problems) {
        super(problems.stream().map(SettingsProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of files and lines. */
    public List<SettingsProblem> problems() {
        return problems;
    }
}
