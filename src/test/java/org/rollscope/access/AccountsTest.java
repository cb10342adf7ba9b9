package org.rollscope.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
    private static final Path FILE = Path.of("users");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final PasswordHash HASH = PasswordHash.of("secret", RANDOM);
    private static final Accounts ACCOUNTS = new Accounts(List.of(
            new Account("roller-1", Role.ROLLER, HASH),
            new Account("roller-2", Role.ROLLER, HASH),
            new Account("coach", Role.COACH, HASH),
            new Account("viewer", Role.VIEWER, HASH),
            new Account("researcher", Role.RESEARCHER, HASH)));

    @Test
    void onlyThePasswordItselfFits() {
        assertTrue(ACCOUNTS.fits("coach", "secret"));
        assertFalse(ACCOUNTS.fits("coach", "Secret"));
        assertFalse(ACCOUNTS.fits("coach", ""));
        assertFalse(ACCOUNTS.fits("nobody", "nobody"));
        assertFalse(ACCOUNTS.fits("", "secret"));
    }

    /** Made by mosquitto_passwd 2.0.11, user ann, password right-secret. */
    @Test
    void aHashThatMosquittoMadeIsUnderstood() {
        PasswordHash theirs = new PasswordHash(MOSQUITTO_HASH);
        assertTrue(theirs.fits("right-secret"));
        assertFalse(theirs.fits("wrong-secret"));
    }

    private static final String MOSQUITTO_HASH =
            "$7$101$K0idN75/AIucvGj0$mpM6SxvpvwnSi4nQFrAKQCWxGDWkUfHGKUKKL/sxqWKcybNjETL8kFC4ZifCg2hjpgU1XBhHWAvs1AVcdiZ8gg==";

    @Test
    void twoHashesOfOnePasswordDifferAndNeitherShowsInText() {
        PasswordHash other = PasswordHash.of("secret", RANDOM);
        assertNotEquals(HASH.text(), other.text());
        assertFalse(ACCOUNTS.toString().contains("$7$"));
        assertNotEquals(PasswordHash.draw(RANDOM), PasswordHash.draw(RANDOM));
    }

    @Test
    void whatIsWrittenIsRead() throws AccessException {
        assertEquals(ACCOUNTS, Accounts.parse(ACCOUNTS.text().lines().toList(), FILE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coach",
                "coach:secret",
                "coach:chief:$7$10$AAAA$AAAA",
                "coach:coach:secret",
                "Coach:coach:$7$10$AAAA$AAAA",
                "coach:coach:$7$0$AAAA$AAAA",
                "coach:coach:$7$9999999$AAAA$AAAA",
                "coach:coach:$6$10$AAAA$AAAA"
            })
    void aDamagedLineIsNamedAndNotShown(String line) {
        AccessException refused =
                assertThrows(AccessException.class, () -> Accounts.parse(List.of("# remark", line), FILE));
        assertTrue(refused.getMessage().startsWith("users, line 2: "), refused.getMessage());
        assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
    }

    @Test
    void aUserThatIsThereTwiceIsRefused() {
        List<String> lines = List.of("a:coach:" + HASH.text(), "a:viewer:" + HASH.text());
        assertTrue(assertThrows(AccessException.class, () -> Accounts.parse(lines, FILE))
                .getMessage()
                .contains("twice"));
    }

    @ParameterizedTest
    @CsvSource({
        "roller-1,   rollscope/v1/roller-1/live,                  true",
        "roller-1,   rollscope/v1/roller-1/status,                true",
        "roller-1,   rollscope/v1/roller-1/frames,                true",
        "roller-1,   rollscope/v1/roller-1/answer/coach-phone,    true",
        "roller-1,   rollscope/v1/roller-1/answer/a/b,            false",
        "roller-1,   rollscope/v1/roller-1/command,               false",
        "roller-1,   rollscope/v1/roller-1/whatever,              false",
        "roller-1,   rollscope/v1/roller-2/live,                  false",
        "roller-1,   rollscope/v1/roller-2/command,               false",
        "roller-1,   elsewhere,                                   false",
        "coach,      rollscope/v1/roller-1/command,               true",
        "coach,      rollscope/v1/roller-2/command,               true",
        "coach,      rollscope/v1/roller-3/command,               false",
        "coach,      rollscope/v1/roller-1/live,                  false",
        "coach,      rollscope/v1/roller-1/answer/coach,          false",
        "viewer,     rollscope/v1/roller-1/command,               false",
        "viewer,     rollscope/v1/roller-1/live,                  false",
        "researcher, rollscope/v1/roller-1/command,               false",
        "nobody,     rollscope/v1/roller-1/live,                  false"
    })
    void whoMayWriteWhat(String user, String topic, boolean allowed) {
        assertEquals(allowed, ACCOUNTS.rightsOf(user).mayWrite(topic));
    }

    @ParameterizedTest
    @CsvSource({
        "roller-1,   rollscope/v1/roller-1/command,    true",
        "roller-1,   rollscope/v1/roller-2/command,    false",
        "roller-1,   rollscope/v1/+/command,           false",
        "roller-1,   rollscope/v1/roller-1/#,          false",
        "coach,      rollscope/v1/#,                   true",
        "coach,      rollscope/v1/+/answer/coach,      true",
        "coach,      #,                                false",
        "coach,      +/v1/#,                           false",
        "viewer,     rollscope/v1/+/+,                 true",
        "viewer,     rollscope/v1/roller-1/live,       true",
        "viewer,     rollscope/v1/roller-1/answer/+,   false",
        "viewer,     rollscope/v1/#,                   false",
        "viewer,     rollscope/v1/roller-1/#,          false",
        "researcher, rollscope/v1/+/frames,            true",
        "researcher, rollscope/v1/roller-1/answer/#,   true",
        "researcher, $SYS/#,                           false",
        "nobody,     rollscope/v1/+/+,                 false"
    })
    void whoMayReadWhat(String user, String filter, boolean allowed) {
        assertEquals(allowed, ACCOUNTS.rightsOf(user).mayRead(filter));
    }
}
