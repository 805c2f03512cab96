package dev.remit.engines.scope;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.catalogue.WorkDescription;
import java.time.LocalDate;

/**
 * What is known of a work item when it is ruled. Everything but the work date may be null: not known.
 *
 * @param itemCode the catalogue item that a person chose; it goes before whatever the matchers find
 * @param board the board or queue on which the PSA has it
 * @param type the PSA's type
 * @param subtype the PSA's subtype
 * @param item the PSA's item
 * @param title the ticket's title, or what was asked for
 * @param recognisedBefore the item as which its codes were recognised before
 * @param ticketClass as {@code INCIDENT}, {@code REQUEST}, {@code PROJECT} or {@code ALERT}
 * @param priority as {@code P3}
 * @param site the code of the client's site
 * @param requester who asks
 * @param planned the work as it is planned, by which the ruling's headline is judged; null where nothing is planned
 * @param workDate the local date by which included volume is counted
 */
public record WorkItemFacts(
        String itemCode,
        String board,
        String type,
        String subtype,
        String item,
        String title,
        String recognisedBefore,
        String ticketClass,
        String priority,
        String site,
        Requester requester,
        PieceOfWork planned,
        LocalDate workDate) {

    /** Checks the date. */
    public WorkItemFacts {
        InvalidInput.required(workDate, "workDate");
    }

    /** Whether a person or the PSA has said what kind of work this is; a title alone says nothing for certain. */
    public boolean categorised() {
        return itemCode != null || type != null || subtype != null || item != null;
    }

    /** By what it can be recognised. */
    public WorkDescription description() {
        return new WorkDescription(
                itemCode,
                board,
                type,
                subtype,
                item,
                title,
                requester == null ? null : requester.name(),
                requester == null ? null : requester.email(),
                recognisedBefore);
    }

    /** Nothing known yet but the date. */
    public static Builder on(LocalDate workDate) {
        return new Builder(workDate);
    }

    /** Gathers facts. */
    public static final class Builder {

        private final LocalDate workDate;
        private String itemCode;
        private String board;
        private String type;
        private String subtype;
        private String item;
        private String title;
        private String recognisedBefore;
        private String ticketClass;
        private String priority;
        private String site;
        private Requester requester;
        private PieceOfWork planned;

        private Builder(LocalDate workDate) {
            this.workDate = workDate;
        }

        /** The catalogue item that a person chose. */
        public Builder itemCode(String code) {
            itemCode = code;
            return this;
        }

        /** The board or queue on which the PSA has it; null where it names none. */
        public Builder board(String name) {
            board = name;
            return this;
        }

        /** The PSA's type, subtype and item; each may be null. */
        public Builder psa(String type, String subtype, String item) {
            this.type = type;
            this.subtype = subtype;
            this.item = item;
            return this;
        }

        /** The words of the request. */
        public Builder title(String words) {
            title = words;
            return this;
        }

        /** The item as which its codes were recognised before. */
        public Builder recognisedBefore(String code) {
            recognisedBefore = code;
            return this;
        }

        /** The kind of ticket. */
        public Builder ticketClass(String name) {
            ticketClass = name;
            return this;
        }

        /** The priority. */
        public Builder priority(String name) {
            priority = name;
            return this;
        }

        /** The client's site. */
        public Builder site(String code) {
            site = code;
            return this;
        }

        /** Who asks; null where it is not known. */
        public Builder requester(Requester who) {
            requester = who;
            return this;
        }

        /** The work as it is planned. */
        public Builder planned(PieceOfWork piece) {
            planned = piece;
            return this;
        }

        /** The facts so far. */
        public WorkItemFacts build() {
            return new WorkItemFacts(
                    itemCode,
                    board,
                    type,
                    subtype,
                    item,
                    title,
                    recognisedBefore,
                    ticketClass,
                    priority,
                    site,
                    requester,
                    planned,
                    workDate);
        }
    }
}
