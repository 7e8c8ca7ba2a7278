// What the person at the terminal reads, and the line that tools read.

const alert = () =>
  JSON.stringify({
    status: 'firing',
    alerts: [
      {
        status: 'firing',
        labels: { alertname: 'HighErrorRate', severity: 'critical' },
        annotations: { summary: 'Error rate above 5 %' },
        startsAt: new Date().toISOString(),
      },
    ],
  });

const curlFor = (address) =>
  `curl -X POST '${address}' \\\n    -H 'content-type: application/json' \\\n    -d '${alert()}'`;

function demoLines(url, demo) {
  const prometheus = demo.integrations.find((integration) => integration.type === 'prometheus');
  return [
    `  Sign in   ${demo.email}  ${demo.password}`,
    `  API key   ${demo.apiKey}`,
    `  Outbox    ${url}/outbox (what would have been sent)`,
    ...(prometheus ? ['', '  Send an alert:', `  ${curlFor(prometheus.url)}`] : []),
  ];
}

const emptyLines = (url, setupToken) => [
  `  Set-up    ${url}/setup?token=${setupToken}`,
  `  Token     ${setupToken} (works once, until the first account exists)`,
];

const foreignLines = () => [
  '  This database holds your own data, so there is no demo organisation.',
  '  To replace it all: npm run seed -- --force',
];

/** `demo` is null with EMPTY=1, and on a database that holds other data. */
export function announce(settings, demo, setupToken, seconds) {
  const { url } = settings;
  const lines = demo ? demoLines(url, demo) : settings.empty ? emptyLines(url, setupToken) : foreignLines();
  console.log(['', `OpsKnight Edge is ready at ${url} (${seconds.toFixed(1)} s)`, '', ...lines, ''].join('\n'));
  console.log(JSON.stringify(demo ?? { event: 'ready', url, ...(settings.empty ? { setupToken } : {}) }));
}
