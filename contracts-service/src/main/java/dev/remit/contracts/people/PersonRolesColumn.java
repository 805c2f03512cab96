package dev.remit.contracts.people;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A person's roles in one column, in one order. */
@Converter
class PersonRolesColumn implements AttributeConverter<Set<PersonRole>, String> {
    @Override
    public String convertToDatabaseColumn(Set<PersonRole> roles) {
        return roles.stream().sorted().map(PersonRole::name).collect(Collectors.joining(","));
    }

    @Override
    public Set<PersonRole> convertToEntityAttribute(String column) {
        return Arrays.stream(column.split(","))
                .map(PersonRole::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PersonRole.class)));
    }
}
