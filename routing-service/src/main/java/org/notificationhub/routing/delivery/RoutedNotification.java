package org.notificationhub.routing.delivery;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.notificationhub.events.Ids;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.RoutingProgress;
import org.notificationhub.routing.rule.Authority;

/** A notification as routing knows it, with the duties it brings and the deliveries that are to meet them. */
@Entity
@Table(name = "notification")
public class RoutedNotification {

    @Id
    private UUID id;

    private String type;
    private String decidedAs;
    private String providerId;
    private int version;
    private boolean test;
    private boolean withdrawn;
    private long revision;
    private String senderReference;
    private String lfpseReference;
    private boolean exemptByReport;

    @ElementCollection
    @CollectionTable(name = "duty", joinColumns = @JoinColumn(name = "notification_id"))
    @MapKeyColumn(name = "authority")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<Authority, Duty> duties = new HashMap<>();

    @OneToMany(mappedBy = "notification", cascade = CascadeType.PERSIST)
    @OrderBy("version, createdAt, id")
    private List<Delivery> deliveries = new ArrayList<>();

    protected RoutedNotification() {}

    public RoutedNotification(UUID id) {
        this.id = id;
    }

    /** What the sender says now. What it owes is to be decided anew. */
    public void says(NotificationContent content, int version) {
        this.type = content.type();
        this.decidedAs = content.type();
        this.providerId = content.provider().code();
        this.test = content.test();
        this.senderReference = content.reference();
        this.lfpseReference = content.lfpse() == null ? null : content.lfpse().reference();
        this.exemptByReport = false;
        this.version = version;
    }

    /** @param type whose rule was applied: where one goes before another, not the one that the sender chose */
    public void decidedAs(String type) {
        this.decidedAs = type;
    }

    /** The sender's own report to LfPSE is all that discharges its duty to tell CQC. */
    public void exemptByReport() {
        this.exemptByReport = true;
    }

    /** What it owes as decided anew, and nothing else. */
    public void owes(Map<Authority, Duty> decided) {
        duties.keySet().retainAll(decided.keySet());
        decided.forEach((authority, duty) -> duties.merge(authority, duty, (before, now) -> now.after(before)));
        untold().forEach(Delivery::rank);
    }

    /** By other rules. What has been met stays met, unless it was LfPSE's acceptance and that no longer discharges it. */
    public void owesInstead(Authority authority, Duty duty, boolean directly) {
        var stands = !directly || hasAccepted(authority);
        duties.merge(authority, duty, (before, now) -> before.isMet() ? (stands ? before : now) : now.after(before));
        untold().forEach(Delivery::rank);
    }

    private boolean hasAccepted(Authority authority) {
        return deliveries.stream()
                .anyMatch(delivery -> delivery.authority() == authority && delivery.receipt() != null);
    }

    /** Nothing is owed, or no longer. */
    public boolean isSettled() {
        return duties.values().stream().noneMatch(Duty::isOpen);
    }

    /**
     * Nothing is owed any more, and whoever may have been told is told so.
     *
     * @param keepers who are not told: they keep what they have until a person decides otherwise
     */
    public void withdrawn(int version, Instant now, Set<Authority> keepers) {
        this.version = version;
        this.withdrawn = true;
        duties.replaceAll((authority, duty) -> duty.withdrawn());
        newest(Delivery::mayBeTaken).forEach((authority, last) -> {
            var withdrawal = new Delivery(this, Ids.next(), last.addressee(), true, now);
            if (keepers.contains(authority)) {
                withdrawal.cancelled("Its record is kept; whether it is to be withdrawn there a person decides");
            }
            deliveries.add(withdrawal);
        });
    }

    public void deliver(Delivery.Addressee to, Instant now) {
        deliveries.add(new Delivery(this, Ids.next(), to, false, now));
    }

    /** Who has been told, or still will be. */
    public Set<Authority> told() {
        return newest(delivery -> delivery.isLive() || delivery.awaitsPerson() || delivery.mayBeTaken())
                .keySet();
    }

    /** What the authority answered to the last version before {@code delivery} that it took. */
    Optional<Receipt> receiptBefore(Delivery delivery) {
        return deliveries.stream()
                .filter(earlier ->
                        earlier.authority() == delivery.authority() && earlier.version() < delivery.version())
                .filter(earlier -> earlier.receipt() != null && (delivery.isWithdrawal() || !earlier.isGone()))
                .max(Comparator.comparingInt(Delivery::version))
                .map(Delivery::receipt);
    }

    /** What need not be told any more if it is not owed any more. */
    public List<Delivery> untold() {
        return deliveries.stream().filter(Delivery::isUntold).toList();
    }

    /** What a person would do in vain: a later version is to be told instead. */
    public List<Delivery> replaced() {
        return deliveries.stream()
                .filter(Delivery::awaitsPerson)
                .filter(Delivery::isUntold)
                .filter(task -> deliveries.stream()
                        .anyMatch(later -> later.authority() == task.authority() && later.version() > task.version()))
                .toList();
    }

    /** Whether the authority may know any version of it before the current one. */
    boolean mayKnowOfEarlier(Authority authority) {
        return deliveries.stream()
                .anyMatch(earlier -> earlier.authority() == authority
                        && earlier.version() < version
                        && (earlier.receipt() != null || earlier.mayBeTaken()));
    }

    public boolean isToldCurrently(Authority authority) {
        return deliveries.stream()
                .anyMatch(delivery -> delivery.authority() == authority && delivery.version() == version);
    }

    /** Whether a later version has gone out to the same authority. */
    boolean hasOvertaken(Delivery delivery) {
        return deliveries.stream()
                .filter(later -> later.authority() == delivery.authority() && later.version() > delivery.version())
                .anyMatch(Delivery::hasGoneOut);
    }

    /** Where LfPSE is to be told first: whether it still is, or has not even begun to be. */
    public boolean awaitsLfpse() {
        return deliveries.stream()
                .filter(delivery -> delivery.authority() == Authority.LFPSE && delivery.version() == version)
                .allMatch(Delivery::isLive);
    }

    /** What was sent to LfPSE, or will be. */
    List<Delivery> reports() {
        return deliveries.stream()
                .filter(delivery -> delivery.authority() == Authority.LFPSE)
                .toList();
    }

    Optional<Delivery> current(Authority authority) {
        return deliveries.stream()
                .filter(delivery -> delivery.authority() == authority && delivery.version() == version)
                .findFirst();
    }

    boolean isOpen(Authority authority) {
        return duties.containsKey(authority) && duties.get(authority).isOpen();
    }

    void discharge(Authority authority, String evidence, Instant at) {
        duties.computeIfPresent(authority, (to, duty) -> duty.discharged(evidence, at));
    }

    /** What discharged it does not hold any more; its clock never stopped. */
    void reopen(Authority authority) {
        duties.computeIfPresent(authority, (to, duty) -> duty.reopened());
    }

    void warnedOf(Authority authority, Warning warning) {
        duties.computeIfPresent(authority, (to, duty) -> duty.warnedOf(warning));
    }

    void explain(Authority authority, LateReason reason) {
        duties.computeIfPresent(authority, (to, duty) -> duty.explained(reason));
    }

    /** When the first clock that still runs ends; null where none does. */
    Instant nextEnd() {
        return duties.values().stream()
                .filter(Duty::isUnmet)
                .map(Duty::end)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public Optional<Duty> duty(Authority authority) {
        return Optional.ofNullable(duties.get(authority));
    }

    /** Every duty as it stands. */
    public List<DutyStanding> standing() {
        return duties.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(duty -> DutyStanding.of(duty.getKey(), duty.getValue()))
                .toList();
    }

    Delivery delivery(UUID id) {
        return deliveries.stream()
                .filter(delivery -> delivery.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Where it stands after one more change. */
    RoutingProgress nextProgress() {
        revision++;
        return ShownProgress.of(this, revision, newest(delivery -> true).values());
    }

    private Map<Authority, Delivery> newest(Predicate<Delivery> wanted) {
        return deliveries.stream()
                .filter(wanted)
                .collect(Collectors.toMap(
                        Delivery::authority,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingInt(Delivery::version)),
                        () -> new EnumMap<>(Authority.class)));
    }

    public UUID id() {
        return id;
    }

    public String type() {
        return type;
    }

    /** The type whose rule was applied. */
    public String decidedAs() {
        return decidedAs;
    }

    /** By what the sender says it reported the event to LfPSE as; null where it has not. */
    String lfpseReference() {
        return lfpseReference;
    }

    boolean isExemptByReport() {
        return exemptByReport;
    }

    public String providerId() {
        return providerId;
    }

    /** 0 until the sender has said something. */
    public int version() {
        return version;
    }

    public boolean isTest() {
        return test;
    }

    public boolean isWithdrawn() {
        return withdrawn;
    }
}
