package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.QualityResources;
import dev.vesper.desk.checkdata.RunQuality;
import dev.vesper.desk.operations.Quality;
import java.util.List;

/** How good the data was, of a Vesper that runs elsewhere. */
record QualityClient(Transport http) implements Quality {
    @Override
    public List<RunQuality> newest(int most) {
        return http.send(QualityResources.NEWEST, new QualityResources.Newest(most));
    }
}
