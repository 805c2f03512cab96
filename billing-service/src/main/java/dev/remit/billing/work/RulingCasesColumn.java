package dev.remit.billing.work;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.engines.scope.RulingCases;
import dev.remit.kit.json.JsonColumn;
import jakarta.persistence.Converter;

@Converter
class RulingCasesColumn extends JsonColumn<RulingCases> {
    RulingCasesColumn() {
        super(new TypeReference<>() {});
    }
}
