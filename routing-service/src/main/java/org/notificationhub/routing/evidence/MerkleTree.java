package org.notificationhub.routing.evidence;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Binds many hashes by one, so that each can be shown to be among them: the tree of RFC 6962, section 2.1. */
final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** The leaves first, the root last. What stands alone on a level moves up as it is. */
    private final List<List<byte[]>> levels = new ArrayList<>();

    /** @param hashes one at least */
    MerkleTree(List<byte[]> hashes) {
        levels.add(hashes.stream().map(hash -> Sha256.of(LEAF, hash)).toList());
        while (top().size() > 1) {
            levels.add(above(top()));
        }
    }

    byte[] root() {
        return top().get(0);
    }

    /** What is to be hashed with a leaf, and with what comes of it, to get the root: 32 bytes each, after each other. */
    byte[] path(int leaf) {
        var path = new ByteArrayOutputStream();
        var place = leaf;
        for (var level : levels) {
            var sibling = place ^ 1;
            if (sibling < level.size()) {
                path.writeBytes(level.get(sibling));
            }
            place /= 2;
        }
        return path.toByteArray();
    }

    private List<byte[]> top() {
        return levels.get(levels.size() - 1);
    }

    private static List<byte[]> above(List<byte[]> level) {
        var above = new ArrayList<byte[]>();
        for (var left = 0; left < level.size(); left += 2) {
            above.add(
                    left + 1 == level.size() ? level.get(left) : Sha256.of(NODE, level.get(left), level.get(left + 1)));
        }
        return above;
    }
}
