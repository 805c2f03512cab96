package dev.remit.contracts.agreements.templates;

import dev.remit.engines.json.Json;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The templates, which are files of this service. */
@Singleton
public class Templates {
    private static final List<String> CODES =
            List.of("break-fix", "weekday", "around-the-clock", "project", "project-addendum");

    private final List<Template> all = CODES.stream().map(Templates::read).toList();

    public List<Template> all() {
        return all;
    }

    public Optional<Template> find(String code) {
        return all.stream().filter(template -> template.code().equals(code)).findFirst();
    }

    private static Template read(String code) {
        String file = "/templates/" + code + ".json";
        try (InputStream in = Templates.class.getResourceAsStream(file)) {
            return Json.read(Json.parse(in.readAllBytes()), Template.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
