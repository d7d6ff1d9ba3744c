// On loopback alone, on whichever port is free.
const cds = require('@sap/cds')

module.exports = options => cds.server({ ...options, port: { host: '127.0.0.1', port: 0 } })
