package org.notificationhub.intake.webhook;

import java.net.InetAddress;
import java.util.List;

/**
 * How far an address is from this machine. Source of the blocks: the IANA registries of special-purpose addresses for IPv4 and
 * IPv6. An IPv4 address within an IPv6 one (mapped, 6to4, NAT64) is not taken for public. Java reads a mapped one as IPv4.
 */
enum Reach {
    /** Anyone's. */
    PUBLIC,

    /** Within a network, or this machine. */
    PRIVATE,

    /** No receiver's: link-local, where clouds keep their credentials, multicast, reserved, documentation. */
    NONE;

    private static final List<Block> PRIVATE_BLOCKS = Block.all(
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "0:0:0:0:0:0:0:1/128",
            "fc00:0:0:0:0:0:0:0/7");

    private static final List<Block> NO_RECEIVERS = Block.all(
            "0.0.0.0/8",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001:0:0:0:0:0:0:0/23",
            "2001:db8:0:0:0:0:0:0/32",
            "2002:0:0:0:0:0:0:0/16",
            "3fff:0:0:0:0:0:0:0/20");

    /** IPv6 beyond it is not given out. */
    private static final Block GLOBAL_IPV6 = Block.of("2000:0:0:0:0:0:0:0/3");

    static Reach of(InetAddress address) {
        var bytes = address.getAddress();
        if (PRIVATE_BLOCKS.stream().anyMatch(block -> block.holds(bytes))) {
            return PRIVATE;
        }
        var isGlobal = bytes.length == 4 || GLOBAL_IPV6.holds(bytes);
        return isGlobal && NO_RECEIVERS.stream().noneMatch(block -> block.holds(bytes)) ? PUBLIC : NONE;
    }
}
