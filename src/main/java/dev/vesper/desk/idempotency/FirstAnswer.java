package dev.vesper.desk.idempotency;

/**
 * What a request was answered first.
 *
 * @param status of HTTP
 * @param type media type of the body
 */
public record FirstAnswer(int status, String type, String body) {}
