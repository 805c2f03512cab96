<#import "template.ftl" as layout>
<#import "../person.ftl" as person>
<@layout.emailLayout>
${kcSanitize(msg("executeActionsBodyHtml", link, linkExpiration, person.place()?esc?markup_string, person.tasks(), linkExpirationFormatter(linkExpiration)))?no_esc}
</@layout.emailLayout>
