/** Pages opened in a real browser: headless Chromium, driven by its DevTools protocol. */
package org.ipsisim.browser;
