package dev.remit.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.stack.demo.RemitApi;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes an MSP in a running stack of one machine, whose owner begins with nothing. */
final class NewMsp {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MspMaking making;

    NewMsp(RunningStack running, Accounts accounts) {
        this.making = new MspMaking(running.gatewayUrl(), new Tokens(running.issuer(), accounts), accounts);
    }

    /**
     * @param email of the first owner, who also logs in with it
     * @return what to do next, for people to read
     */
    String make(String name, String email) {
        String login = email.toLowerCase(Locale.ROOT);
        try {
            return """
                    %1$s is made: tenant %2$s.
                      its owner   %3$s   password: %4$s
                      a token     make token USER=%3$s
                    """.formatted(name, making.tenant(tenant(name, login)), login, Accounts.PEOPLE_PASSWORD);
        } catch (RemitApi.UnexpectedAnswer refused) {
            throw new StackException(refused.getMessage(), refused);
        }
    }

    private static ObjectNode tenant(String name, String login) {
        List<String> words = Arrays.stream(login.replaceFirst("@.*", "").split("[^a-z]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .toList();
        ObjectNode tenant = JSON.createObjectNode().put("name", name).put("kind", "LIVE_SANDBOX");
        tenant.putObject("owner")
                .put("login", login)
                .put("firstName", words.isEmpty() ? "First" : words.getFirst())
                .put(
                        "lastName",
                        words.size() < 2 ? "Owner" : words.stream().skip(1).collect(Collectors.joining(" ")))
                .put("email", login);
        return tenant;
    }
}
