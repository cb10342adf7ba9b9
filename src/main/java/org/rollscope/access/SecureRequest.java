package org.rollscope.access;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody wants a secure folder to hold.
 *
 * @param folder where.
 * @param hosts names of the broker; this machine's own name for itself is added.
 * @param rollerIds one user each, {@code [a-z0-9-]{1,32}} and no role's word.
 * @param days for which the broker's certificate holds, 1 to 3650. Default 825: what strict clients accept.
 * @param limits sizes for the mosquitto configuration.
 * @param mosquittoFolder where the files will lie on the machine of mosquitto.
 */
public record SecureRequest(
        Path folder,
        List<HostName> hosts,
        List<String> rollerIds,
        int days,
        BrokerLimits limits,
        Path mosquittoFolder) {
    private static final List<HostName> ALWAYS =
            List.of(new HostName("localhost"), new HostName("127.0.0.1"), new HostName("::1"));

    /** Checks the ranges. */
    public SecureRequest {
        hosts = Stream.concat(hosts.stream(), ALWAYS.stream()).distinct().toList();
        rollerIds = rollerIds.stream().distinct().toList();
        for (String rollerId : rollerIds) {
            if (!Account.NAME.matcher(rollerId).matches()) {
                throw new IllegalArgumentException("roller must match [a-z0-9-]{1,32}, was '" + rollerId + "'");
            }
            if (Role.of(rollerId).isPresent() && !rollerId.equals(Role.ROLLER.word())) {
                throw new IllegalArgumentException(
                        "roller must not be called '" + rollerId + "': there is a user of that name");
            }
        }
        if (days < 1 || days > 3650) {
            throw new IllegalArgumentException("days must be 1..3650, was " + days);
        }
    }
}
