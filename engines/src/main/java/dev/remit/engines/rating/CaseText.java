package dev.remit.engines.rating;

import static dev.remit.engines.InvalidInput.each;
import static dev.remit.engines.InvalidInput.required;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.engines.calendar.CompiledCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A rating case as a simulation takes it and evidence keeps it. Beside the plain members it may have those that only
 * some agreements need. What may be absent is null.
 *
 * @param calendar of the general terms, as {@code rateCard}
 * @param otherTerms further terms by name
 * @param capMinor the general cap; {@code alreadyBilledMinor} was billed against it before
 * @param caps further caps by name
 */
record CaseText(
        CompiledCalendar calendar,
        RateCard rateCard,
        Map<String, RatingTerms> otherTerms,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<EntryText> entries,
        List<PrepaidBlock> blocks,
        Long capMinor,
        Long alreadyBilledMinor,
        List<NamedCap> caps) {

    /** A cap that entries name. */
    record NamedCap(String name, Long capMinor, Long alreadyBilledMinor) {

        /** Checks that the name is there. */
        NamedCap {
            required(name, "name");
        }

        Cap cap() {
            return CaseText.cap(name, required(capMinor, "capMinor"), alreadyBilledMinor);
        }
    }

    static CaseText of(RatingCase work) {
        Cap general = work.caps().stream()
                .filter(cap -> cap.name() == null)
                .findFirst()
                .orElse(null);
        return new CaseText(
                work.terms().calendar(),
                work.terms().card(),
                work.otherTerms(),
                work.entries().stream().map(EntryText::of).toList(),
                work.blocks(),
                general == null ? null : general.capMinor(),
                general == null ? null : general.alreadyBilledMinor(),
                work.caps().stream()
                        .filter(cap -> cap.name() != null)
                        .map(cap -> new NamedCap(cap.name(), cap.capMinor(), cap.alreadyBilledMinor()))
                        .toList());
    }

    /**
     * The case that it says.
     *
     * @throws InvalidInput naming the place
     */
    RatingCase work() {
        return new RatingCase(
                new RatingTerms(calendar, rateCard),
                otherTerms == null ? Map.of() : otherTerms,
                each(required(entries, "entries"), "entries", EntryText::entry),
                blocks == null ? List.of() : blocks,
                allCaps());
    }

    private List<Cap> allCaps() {
        List<Cap> all = new ArrayList<>(each(caps, "caps", NamedCap::cap));
        Cap general = cap(null, capMinor == null ? 0 : capMinor, alreadyBilledMinor);
        if (capMinor != null) {
            all.add(general);
        }
        return all;
    }

    private static Cap cap(String name, long minor, Long alreadyBilled) {
        return new Cap(name, minor, alreadyBilled == null ? 0 : alreadyBilled);
    }
}
