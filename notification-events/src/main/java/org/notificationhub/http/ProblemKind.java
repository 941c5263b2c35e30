package org.notificationhub.http;

import java.util.Locale;

/** Every kind of problem the hub answers with. The name is the {@code code}; it never changes. */
public enum ProblemKind {
    UNREADABLE(
            400,
            "The body cannot be read",
            "Send one complete JSON document in UTF-8, with no member twice and at most 32 levels deep."),
    VALIDATION(
            400,
            "Some answers need attention",
            "Put right each member named in errors; the type's JSON Schema says what it expects."),
    IDEMPOTENCY_KEY_INVALID(
            400,
            "The Idempotency-Key cannot be used",
            "Send 1 to 255 visible ASCII characters, or leave the header out where the body has a reference."),
    CORRELATION_ID_INVALID(
            400,
            "The X-Correlation-ID cannot be used",
            "Send 1 to 128 letters, digits, colons, dashes or underscores, or leave the header out."),
    CURSOR_INVALID(
            400,
            "The cursor cannot be used",
            "Follow the next link of a list as it was given, or start again without a cursor."),
    QUERY_INVALID(400, "A query parameter cannot be used", "Put right each parameter named in errors."),
    UNAUTHENTICATED(
            401,
            "Sign in first",
            "Send Authorization: Bearer with a token that has not expired, from the issuer this hub trusts."),
    FORBIDDEN(
            403,
            "Your token does not allow this",
            "Ask for a token with the scope this operation needs, for the provider you act for."),
    NOT_FOUND(
            404,
            "There is nothing here",
            "Check the address. A notification of another provider is also answered like this."),
    METHOD_NOT_ALLOWED(405, "This address does not take that method", "Use one of the methods in the Allow header."),
    NOT_ACCEPTABLE(406, "This is not served in the form you accept", "Accept application/json."),
    REFERENCE_REUSED(
            409,
            "The reference has already been used",
            "Send an amendment to the earlier notification, or choose another reference for a new event."),
    ALREADY_WITHDRAWN(
            409,
            "The notification has been withdrawn",
            "Send a new notification under a new reference if the event must be told after all."),
    EDITION_TAKEN(
            409, "Another rule table has that edition", "Give the table an edition of its own in its first line."),
    RULES_NOT_IN_USE(409, "That rule table is not in use", "Put it into use first, then decide anew by it."),
    IMPORT_RUNNING(
            409,
            "Another import is running",
            "Wait until the list of imports shows it as DONE or FAILED, then send yours; nothing of it was kept."),
    NOT_TRIED_AGAIN(
            409,
            "The delivery is not tried again",
            "Nothing was changed. The code in errors says why: see the delivery, and its notification's other deliveries."),
    MAY_TELL_TWICE(
            409,
            "The authority may have it already",
            "Look for it at the authority first. If it is not there, or telling it twice does less harm than not telling"
                    + " it, ask again with acceptTellingTwice."),
    NOT_LATE(
            409,
            "The duty was not met late",
            "A reason is asked for only once a duty has been met after it was due. Look at its dueAt and metAt."),
    LATE_REASON_GIVEN(
            409,
            "Another reason has been given already",
            "The first reason stays as it was given. Read it in lateReason of the duty."),
    SUBMISSION_RECORDED(
            409,
            "What was submitted has been recorded already",
            "Read what is recorded. If it is wrong, the second person can send it back."),
    NOT_AWAITED(
            409,
            "Nobody waits for that submission",
            "Read the manual submission: it may be done, called off, or not sent yet."),
    NOTHING_TO_CHECK(409, "There is nothing to check", "Somebody must record what they submitted first."),
    SAME_PERSON(
            409, "Somebody else must check it", "Sign in as a person other than the one who recorded the submission."),
    IDEMPOTENCY_KEY_IN_USE(
            409,
            "The first request with that Idempotency-Key is still running",
            "Wait as long as Retry-After says and send it again; it is answered as the first one was."),
    FINDING_NOT_OPEN(
            409,
            "The finding is not open any more",
            "Read it: it says whether it resolved by itself, or who closed it and why."),
    TERM_EXISTS(
            409,
            "The term is there already",
            "Find it with GET /v1/irmer/terms. Where it is meant for other years, give years that do not meet its own."),
    WEBHOOK_EXISTS(
            409,
            "This receiver is registered already",
            "Find it among GET /v1/webhooks. If its secret was lost, POST to its secret for a new one."),
    STALE(412, "Somebody changed it first", "Read it again and send the change with the new ETag."),
    TOO_LARGE(
            413,
            "The body is too large",
            "A notification is at most 256 KiB. Send large files to the authority directly and give their reference."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "That media type is not taken here",
            "Send Content-Type: application/json, or application/x-ndjson for a batch."),
    RULE_BROKEN(422, "The content breaks a rule", "Put right each member named in errors."),
    RULES_UNUSABLE(
            422,
            "The rule table cannot be used",
            "Put right each row named in errors; GET /v1/rules as text/csv shows a table that can be used."),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for other content", "Use a new key for a new request."),
    PRECONDITION_REQUIRED(428, "Say which version you are changing", "Send If-Match with the ETag you read."),
    TOO_MANY(429, "Too many requests", "Wait as long as Retry-After says."),
    INTERNAL(500, "Something went wrong here", "Send it again; if it stays, give us the traceId."),
    SNAPSHOT_DAMAGED(
            500,
            "The snapshot is not what was frozen",
            "Its hash does not fit, so it is not given out. Tell the operator, who restores it from a backup."),
    EVIDENCE_KEY_MISSING(
            503,
            "Evidence cannot be signed",
            "Set hub.evidence.signing-key to a PEM file with an Ed25519 private key and start the service again; nothing is lost."),
    UNAVAILABLE(
            503,
            "The hub cannot take this now",
            "Wait as long as Retry-After says and send it again; nothing was stored.");

    private final int status;
    private final String title;
    private final String remedy;

    ProblemKind(int status, String title, String remedy) {
        this.status = status;
        this.title = title;
        this.remedy = remedy;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** How to put it right, for the page that the problem's {@code type} opens. */
    public String remedy() {
        return remedy;
    }

    /** The last part of the problem's {@code type}: {@code REFERENCE_REUSED} is {@code reference-reused}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ProblemKind ofStatus(int status) {
        return switch (status) {
            case 400 -> UNREADABLE;
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 412 -> STALE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 422 -> RULE_BROKEN;
            case 428 -> PRECONDITION_REQUIRED;
            case 429 -> TOO_MANY;
            case 503 -> UNAVAILABLE;
            default -> INTERNAL;
        };
    }
}
