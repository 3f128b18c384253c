package org.ipsisim.sip.call;

/** When who is called asks for PRACK (U19). */
public enum PrackPolicy {
    NEVER,
    /** If the caller offers it. */
    IF_SUPPORTED,
    /** Always; a caller who does not offer it is refused with 421 (P4). */
    REQUIRED
}
