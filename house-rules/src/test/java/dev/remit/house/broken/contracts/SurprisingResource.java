package dev.remit.house.broken.contracts;

import dev.remit.kit.problem.ProblemType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;

/** A resource that comes to a problem in each way in which code does. */
@Path("/surprise")
public class SurprisingResource {

    interface Door {
        ProblemType open();
    }

    static final class Trapdoor implements Door {
        @Override
        public ProblemType open() {
            return ProblemType.WRONG_STATE;
        }
    }

    static final class Refusal {
        private final ProblemType type = ProblemType.RULE_BROKEN;
    }

    private final Door door = new Trapdoor();

    @GET
    public ProblemType surprise() {
        return Optional.ofNullable(door.open())
                .map(met -> ProblemType.CONFLICT)
                .or(SurprisingResource::stale)
                .orElse(new Refusal().type);
    }

    private static Optional<ProblemType> stale() {
        return Optional.of(ProblemType.STALE);
    }
}
