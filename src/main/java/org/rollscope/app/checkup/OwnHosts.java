package org.rollscope.app.checkup;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rollscope.access.HostName;

/** Under which names and addresses other machines reach this one, as far as it knows. */
public final class OwnHosts {
    private static final int MOST_COUNT = 20;

    private OwnHosts() {}

    public static List<HostName> all() {
        Set<String> texts = new LinkedHashSet<>();
        try {
            String name = InetAddress.getLocalHost().getHostName();
            texts.add(name);
            if (!name.contains(".")) {
                texts.add(name + ".local"); // as Avahi tells it to the network, on every Raspberry Pi
            }
        } catch (UnknownHostException nameless) {
            texts.add("raspberrypi.local");
        }
        texts.addAll(addresses());
        List<HostName> hosts = new ArrayList<>();
        for (String text : texts) {
            try {
                hosts.add(new HostName(text));
            } catch (IllegalArgumentException unusable) {
                // a name that no certificate can hold
            }
        }
        return hosts.subList(0, Math.min(hosts.size(), MOST_COUNT));
    }

    private static List<String> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .filter(address -> !(address instanceof Inet6Address v6) || v6.getScopeId() == 0)
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (SocketException none) {
            return List.of();
        }
    }
}
