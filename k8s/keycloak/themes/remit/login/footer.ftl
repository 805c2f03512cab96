<#-- The one place that Keycloak's pages leave to a theme. It stands last; the style sheet puts it on top. -->
<#macro content>
  <#if org??>
    <div id="msp">${(org.attributes.msp[0])!org.name}</div>
  </#if>
</#macro>
