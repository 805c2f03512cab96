<#-- The one place that Keycloak's pages leave to a theme. It stands last; the style sheet puts it on top. -->
<#macro content>
  <#if org??>
    <div id="msp">
      <#if org.attributes.logo?? && properties.gateway?has_content>
        <img src="${properties.gateway}/logos/${org.alias}" alt=""/>
      </#if>
      <span>${(org.attributes.msp[0])!org.name}</span>
    </div>
  </#if>
</#macro>
