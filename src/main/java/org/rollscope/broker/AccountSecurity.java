package org.rollscope.broker;

import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;
import org.rollscope.access.Accounts;
import org.rollscope.access.Rights;

/**
 * Lets in who has a password, and to the topics of the user's role; everything that is not named there is forbidden, the
 * broker's own addresses too.
 *
 * <p><b>Threads.</b> Any.
 */
final class AccountSecurity implements ActiveMQSecurityManager5 {
    private static final String QUEUE_SEPARATOR = "::";

    private final Accounts accounts;
    private final WildcardConfiguration wildcards;

    AccountSecurity(Accounts accounts, WildcardConfiguration wildcards) {
        this.accounts = accounts;
        this.wildcards = wildcards;
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user, @Nullable String password, RemotingConnection connection, @Nullable String domain) {
        if (user == null || password == null || !accounts.fits(user, password)) {
            return null;
        }
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(user));
        return subject;
    }

    @Override
    public boolean authorize(
            @Nullable Subject subject, @Nullable Set<Role> roles, CheckType checkType, String address) {
        if (subject == null) {
            return false;
        }
        Rights rights = subject.getPrincipals(UserPrincipal.class).stream()
                .findFirst()
                .map(user -> accounts.rightsOf(user.getName()))
                .orElseGet(() -> accounts.rightsOf(""));
        int end = address.indexOf(QUEUE_SEPARATOR);
        String topic = MQTTUtil.getMqttTopicFromCoreAddress(end < 0 ? address : address.substring(0, end), wildcards);
        return switch (checkType) {
            case SEND -> rights.mayWrite(topic);
            case CREATE_ADDRESS -> rights.mayWrite(topic) || rights.mayRead(topic);
            case CONSUME,
                    CREATE_DURABLE_QUEUE,
                    CREATE_NON_DURABLE_QUEUE,
                    DELETE_DURABLE_QUEUE,
                    DELETE_NON_DURABLE_QUEUE -> rights.mayRead(topic);
            // what the last subscription of a filter leaves behind when it ends; a topic itself is nobody's to delete
            case DELETE_ADDRESS -> topic.indexOf('+') >= 0 && rights.mayRead(topic);
            default -> false;
        };
    }

    @Override
    public boolean validateUser(@Nullable String user, @Nullable String password) {
        return user != null && password != null && accounts.fits(user, password);
    }

    @Override
    public boolean validateUserAndRole(
            @Nullable String user, @Nullable String password, @Nullable Set<Role> roles, CheckType checkType) {
        return false; // nobody asks a manager of this kind for it
    }
}
