package org.notificationhub.routing.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {

    /** The leaves and roots that implementations of RFC 6962 test with, first in Google's certificate-transparency. */
    private static final List<byte[]> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .toList();

    @ParameterizedTest(name = "{0} leaves")
    @CsvSource(textBlock = """
            1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
            2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
            3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
            7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
            8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
            """)
    void theRootIsThatOfTheStandard(int leaves, String root) {
        assertThat(HexFormat.of().formatHex(new MerkleTree(LEAVES.subList(0, leaves)).root()))
                .isEqualTo(root);
    }

    @Test
    void thePathOfWhatStandsAloneIsShorter() {
        var tree = new MerkleTree(LEAVES.subList(0, 7));

        assertThat(tree.path(0)).hasSize(3 * 32);
        assertThat(tree.path(6)).hasSize(2 * 32);
    }
}
