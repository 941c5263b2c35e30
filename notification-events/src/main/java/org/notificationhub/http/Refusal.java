package org.notificationhub.http;

import java.util.List;
import java.util.Map;

/** A request the hub refuses, with what is wrong with it. Its words never hold a submitted value. */
public class Refusal extends RuntimeException {

    private final ProblemKind kind;
    private final List<Fault> faults;
    private final Map<String, String> headers;

    public Refusal(ProblemKind kind, String detail) {
        this(kind, detail, List.of(), Map.of());
    }

    public Refusal(ProblemKind kind, List<Fault> faults) {
        this(kind, attention(faults.size()), faults, Map.of());
    }

    public Refusal(ProblemKind kind, String detail, List<Fault> faults, Map<String, String> headers) {
        super(detail, null, false, false);
        this.kind = kind;
        this.faults = faults.stream().sorted().toList();
        this.headers = headers;
    }

    public ProblemKind kind() {
        return kind;
    }

    public List<Fault> faults() {
        return faults;
    }

    public Map<String, String> headers() {
        return headers;
    }

    private static String attention(int faults) {
        return faults == 1 ? "1 member needs attention" : faults + " members need attention";
    }
}
