package dev.remit.engines.rating;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.remit.engines.InvalidInput;
import java.time.LocalDate;

/**
 * Hours paid for in advance.
 *
 * @param id names it; decides between blocks bought on the same day
 * @param purchasedOn the older one is used up first
 * @param remainingMinutes what is left of it, at least 0
 */
public record PrepaidBlock(String id, LocalDate purchasedOn, long remainingMinutes) {

    /** The most that a block holds. */
    public static final long LARGEST = 1_000_000_000L;

    /** A block as a case writes it. */
    @JsonCreator
    static PrepaidBlock written(
            @JsonProperty("id") String id,
            @JsonProperty("purchasedOn") LocalDate purchasedOn,
            @JsonProperty("remainingMinutes") Long remainingMinutes) {
        InvalidInput.required(id, "id");
        InvalidInput.required(purchasedOn, "purchasedOn");
        return new PrepaidBlock(id, purchasedOn, InvalidInput.required(remainingMinutes, "remainingMinutes"));
    }

    /** Checks the bounds. */
    public PrepaidBlock {
        if (id == null || id.isBlank()) {
            throw new InvalidInput("id", "is missing");
        }
        if (purchasedOn == null) {
            throw new InvalidInput("purchasedOn", "is missing");
        }
        if (remainingMinutes < 0 || remainingMinutes > LARGEST) {
            throw new InvalidInput("remainingMinutes", "must be from 0 to " + LARGEST);
        }
    }
}
