package org.rollscope.access;

import java.util.regex.Pattern;

/**
 * One user of a broker.
 *
 * @param userName of a roller its roller id; else the role's word or a name of one's own, {@code [a-z0-9-]{1,32}}.
 * @param role what it may do.
 * @param passwordHash what is kept of the password.
 */
public record Account(String userName, Role role, PasswordHash passwordHash) {
    /** Form of user names, the same as that of roller ids. */
    static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");

    /** Checks the name. */
    public Account {
        if (!NAME.matcher(userName).matches()) {
            throw new IllegalArgumentException("userName must match [a-z0-9-]{1,32}, was '" + userName + "'");
        }
    }
}
