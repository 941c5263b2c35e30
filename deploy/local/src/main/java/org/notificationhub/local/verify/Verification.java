package org.notificationhub.local.verify;

import java.util.List;
import java.util.stream.Stream;
import org.notificationhub.local.verify.Verdict.Check;

/** Checks a pack by what it says itself and by the keys that are trusted, with nothing else. ADR 14 has the forms. */
public record Verification(TrustedKeys keys) {

    public Verdict of(Pack pack) {
        return Verdict.of(Stream.of(
                        List.of(signature(pack)),
                        List.of(new ChainCheck(pack).check()),
                        new AnchorCheck(pack, keys).checks(),
                        new FactsCheck(pack).checks())
                .flatMap(List::stream)
                .toList());
    }

    private Check signature(Pack pack) {
        var signature = pack.json().path("signature");
        var kid = signature.path("kid").asText();
        if (!keys.knows(kid)) {
            return Check.failed(
                    "signature",
                    "It is not signed by a key that is trusted. Its key is " + (kid.isEmpty() ? "none" : kid));
        }
        var signed = Bytes.canonical(pack.json().deepCopy().without("signature"));
        return signature.path("alg").asText().equals("Ed25519")
                        && keys.signed(kid, signed, signature.path("value").asText())
                ? Check.ok("signature", "Signed by " + kid)
                : Check.failed("signature", "Something in the pack is not as it was signed by " + kid);
    }
}
