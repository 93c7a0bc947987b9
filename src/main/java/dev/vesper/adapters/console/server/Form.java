package dev.vesper.adapters.console.server;

/**
 * A form that stands alone. Public because the template's expressions reach it by reflection.
 *
 * @param why it is shown again, or empty
 */
public record Form(int status, String why) {}
