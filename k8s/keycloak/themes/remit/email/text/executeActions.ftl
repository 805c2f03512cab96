<#ftl output_format="plainText">
<#import "../person.ftl" as person>
${msg("executeActionsBody", link, linkExpiration, person.place(), person.tasks(), linkExpirationFormatter(linkExpiration))}
