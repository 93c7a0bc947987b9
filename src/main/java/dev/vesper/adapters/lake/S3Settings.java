package dev.vesper.adapters.lake;

import java.net.URI;

/**
 * Where the object lake is and how to get in: the embedded one by default, any S3 endpoint by configuration.
 *
 * @param endpoint for example {@code http://127.0.0.1:41327} or {@code https://s3.eu-central-1.amazonaws.com}
 * @param region what requests are signed for; servers other than Amazon's mostly ignore it
 * @param bucket made when it is missing
 * @param pathStyle {@code endpoint/bucket/key} where true, {@code bucket.endpoint/key} where false (Amazon prefers it)
 */
public record S3Settings(
        URI endpoint, String region, String accessKey, String secretKey, String bucket, boolean pathStyle) {
    public static final String DEFAULT_REGION = "us-east-1";
    public static final String DEFAULT_BUCKET = "vesper";

    /** Neither key is ever shown. */
    @Override
    public String toString() {
        return "S3Settings[" + endpoint + ", region " + region + ", bucket " + bucket
                + (pathStyle ? ", path style" : ", host style") + ", keys hidden]";
    }
}
