// Stands for the package `debug`, which one of the bundled special functions traces with: bundles must run in browsers too.
module.exports = () => () => undefined;
