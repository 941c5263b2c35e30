package org.notificationhub.intake.guidance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something a body must say.
 *
 * @param member path of the member; where the way there leads through an array, one of its entries is enough
 * @param is what the member must be
 * @param source where the code comes from
 */
record Condition(String member, String is, String source) {

    boolean holds(JsonNode body) {
        return holds(body, member.substring(1).split("/"), 0);
    }

    private boolean holds(JsonNode node, String[] path, int depth) {
        if (node.isArray()) {
            for (var entry : node) {
                if (holds(entry, path, depth)) {
                    return true;
                }
            }
            return false;
        }
        return depth == path.length ? is.equals(node.textValue()) : holds(node.path(path[depth]), path, depth + 1);
    }
}
