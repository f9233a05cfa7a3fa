// Stands in for the transports that the page never uses, wherever Socket.IO asks for them (next.config.mjs).
export const XHR = null;
export const WT = null;
