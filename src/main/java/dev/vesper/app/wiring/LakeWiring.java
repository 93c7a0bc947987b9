package dev.vesper.app.wiring;

import dev.vesper.adapters.lake.DecisionFiles;
import dev.vesper.adapters.lake.EmbeddedS3;
import dev.vesper.adapters.lake.Products;
import dev.vesper.adapters.lake.S3Lake;
import dev.vesper.adapters.lake.S3Settings;
import dev.vesper.adapters.lake.S3Store;
import dev.vesper.app.settings.Settings;

/** The object lake and the tables in it. */
public final class LakeWiring {
    /** The server we bring along; not opened where the settings name another. */
    public final Part<EmbeddedS3> server;

    public final Part<S3Store> objects;
    public final Part<Products> products;
    public final Part<S3Lake> tables;
    final Part<DecisionFiles> decisions;

    LakeWiring(OpenParts open, Settings settings, StateWiring state) {
        server = new Part<>(open, "s3", () -> {
            state.lock.get();
            return EmbeddedS3.start(settings.folder("lake"), S3Settings.DEFAULT_BUCKET);
        });
        objects = new Part<>(open, "lake", () -> {
            state.lock.get();
            return S3Store.open(settings.s3()
                    .map(LakeWiring::elsewhere)
                    .orElseGet(() -> server.get().settings()));
        });
        products =
                new Part<>(open, "products", () -> Products.read(settings.root().resolve("products"), RowReaders.ALL));
        tables = new Part<>(open, "tables", () -> new S3Lake(objects.get(), products.get(), settings.folder("cache")));
        decisions = new Part<>(open, "decisions", () -> new DecisionFiles(objects.get(), settings.folder("cache")));
    }

    private static S3Settings elsewhere(Settings.S3 s) {
        return new S3Settings(
                s.endpoint().uri(), s.region(), s.accessKey(), s.secretKey().reveal(), s.bucket(), true);
    }
}
