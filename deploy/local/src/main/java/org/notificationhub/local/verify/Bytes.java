package org.notificationhub.local.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** What hashes and signatures are made of, written from ADR 14 and not from the hub's code. */
final class Bytes {

    private static final String HEX = "[0-9a-f]{64}";

    private Bytes() {}

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** In hexadecimal, of UTF-8. */
    static String sha256(String text) {
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of a hash as it is written; empty where it is none. */
    static byte[] hash(String hex) {
        return hex.matches(HEX) ? HexFormat.of().parseHex(hex) : new byte[0];
    }

    /** RFC 8785. A pack has no numbers but whole ones, so any other makes a text that nobody signed. */
    static String canonical(JsonNode value) {
        var text = new StringBuilder();
        if (value.isObject()) {
            var members = new TreeMap<String, JsonNode>();
            value.fields().forEachRemaining(member -> members.put(member.getKey(), member.getValue()));
            members.forEach((name, member) -> text.append(text.isEmpty() ? "" : ",")
                    .append(quoted(name))
                    .append(':')
                    .append(canonical(member)));
            return "{" + text + "}";
        }
        if (value.isArray()) {
            value.forEach(element -> text.append(text.isEmpty() ? "" : ",").append(canonical(element)));
            return "[" + text + "]";
        }
        return value.isTextual() ? quoted(value.textValue()) : value.toString();
    }

    private static String quoted(String string) {
        var text = new StringBuilder("\"");
        string.chars().forEach(character -> text.append(escaped((char) character)));
        return text.append('"').toString();
    }

    private static String escaped(char character) {
        var letter = "\b\t\n\f\r\"\\".indexOf(character);
        if (letter >= 0) {
            return "\\" + "btnfr\"\\".charAt(letter);
        }
        return character < ' ' ? "\\u%04x".formatted((int) character) : Character.toString(character);
    }
}
