package dev.vesper.adapters.console.server;

/**
 * A form that stands alone. Public because the template's expressions reach it by reflection.
 *
 * @param why it is shown again, or empty
 * @param providerHref leads to the firm's identity provider, or empty where there is none
 */
public record Form(int status, String why, String providerHref) {}
