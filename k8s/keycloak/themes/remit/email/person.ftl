<#-- Where somebody has an account: an operator's is of no MSP. -->
<#function place>
  <#return ((user.organizations[0].attributes.msp[0]) + " (" + realmName + ")")!realmName>
</#function>

<#-- What they are asked to do. -->
<#function tasks>
  <#local names = []>
  <#list requiredActions![] as action>
    <#local names += [msg("requiredAction." + action)]>
  </#list>
  <#return names?join(", ")>
</#function>
