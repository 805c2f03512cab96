<#ftl output_format="plainText">
<#import "../person.ftl" as person>
${msg("passwordResetBody", link, linkExpiration, person.place(), linkExpirationFormatter(linkExpiration))}
