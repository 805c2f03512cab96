<#import "template.ftl" as layout>
<#import "../person.ftl" as person>
<@layout.emailLayout>
${kcSanitize(msg("passwordResetBodyHtml", link, linkExpiration, person.place()?esc?markup_string, linkExpirationFormatter(linkExpiration)))?no_esc}
</@layout.emailLayout>
