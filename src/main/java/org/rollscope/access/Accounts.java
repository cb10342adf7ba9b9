package org.rollscope.access;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All users of a broker.
 *
 * <pre>
 * | line of the file           | content                                |
 * | -------------------------- | -------------------------------------- |
 * | # ...                      | a remark                               |
 * | user:role:$7$...           | name, role, {@link PasswordHash}       |
 * </pre>
 *
 * @param all in the order of the file.
 */
public record Accounts(List<Account> all) {
    private static final int PART_COUNT = 3;
    private static final PasswordHash NOBODYS = PasswordHash.of("nobody", new SecureRandom());

    /** Keeps a copy and refuses a name that is there twice. */
    public Accounts {
        all = List.copyOf(all);
        if (all.stream().map(Account::userName).distinct().count() != all.size()) {
            throw new IllegalArgumentException("all must hold every user once");
        }
    }

    /**
     * Reads the lines of a file.
     *
     * @throws AccessException naming file and line; the line itself is not shown.
     */
    static Accounts parse(List<String> lines, Path file) throws AccessException {
        List<Account> accounts = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(":", -1);
            Optional<Role> role = parts.length == PART_COUNT ? Role.of(parts[1]) : Optional.empty();
            if (role.isEmpty()) {
                throw new AccessException(file + ", line " + (index + 1)
                        + ": must be user:role:hash with a role of roller, coach, viewer, researcher");
            }
            try {
                accounts.add(new Account(parts[0], role.get(), new PasswordHash(parts[2])));
            } catch (IllegalArgumentException wrong) {
                throw new AccessException(file + ", line " + (index + 1) + ": " + wrong.getMessage(), wrong);
            }
        }
        try {
            return new Accounts(accounts);
        } catch (IllegalArgumentException twice) {
            throw new AccessException(file + ": a user is there twice", twice);
        }
    }

    /** The file's text. */
    String text() {
        StringBuilder text =
                new StringBuilder("# Users of the embedded broker: user:role:hash. Written by rollscope secure.\n");
        all.forEach(account -> text.append(account.userName())
                .append(':')
                .append(account.role().word())
                .append(':')
                .append(account.passwordHash().text())
                .append('\n'));
        return text.toString();
    }

    /** The user of that name. */
    public Optional<Account> find(String userName) {
        return all.stream()
                .filter(account -> account.userName().equals(userName))
                .findFirst();
    }

    /** Whether that user has that password; an unknown user takes as long as a wrong password. */
    public boolean fits(String userName, String password) {
        Optional<Account> account = find(userName);
        boolean fits = account.map(Account::passwordHash).orElse(NOBODYS).fits(password);
        return account.isPresent() && fits;
    }

    /** What a user may do; nothing when there is none of that name. */
    public Rights rightsOf(String userName) {
        return find(userName)
                .map(account -> Rights.of(account.role(), userName, rollerIds()))
                .orElse(Rights.NONE);
    }

    /** The rollers. */
    public List<String> rollerIds() {
        return all.stream()
                .filter(account -> account.role() == Role.ROLLER)
                .map(Account::userName)
                .toList();
    }
}
