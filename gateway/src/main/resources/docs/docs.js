const ui = SwaggerUIBundle({
  url: '/openapi',
  dom_id: '#docs',
  deepLinking: true,
  displayRequestDuration: true,
  oauth2RedirectUrl: location.origin + '/docs/oauth2-redirect.html',
});

ui.initOAuth({
  clientId: 'remit-docs',
  scopes: 'openid',
  usePkceWithAuthorizationCodeGrant: true,
});
