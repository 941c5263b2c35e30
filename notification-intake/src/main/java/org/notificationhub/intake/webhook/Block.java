package org.notificationhub.intake.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** Addresses that begin with the same bits. */
record Block(byte[] network, int bits) {

    static List<Block> all(String... written) {
        return Stream.of(written).map(Block::of).toList();
    }

    /** @param written as {@code 10.0.0.0/8}, an IPv6 network with all its eight groups */
    static Block of(String written) {
        var parts = written.split("/");
        try {
            return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(written, e);
        }
    }

    boolean holds(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            if (((address[bit / 8] ^ network[bit / 8]) & (0x80 >> bit % 8)) != 0) {
                return false;
            }
        }
        return true;
    }
}
