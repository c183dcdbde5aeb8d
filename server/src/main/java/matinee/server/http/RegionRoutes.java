package matinee.server.http;

import io.vertx.ext.web.Router;
import matinee.server.Config;
import matinee.server.access.Rate;
import matinee.server.regions.Regions;
import tools.jackson.databind.node.JsonNodeFactory;

/// `GET /api/regions`: which regions there are, and where. `GET /api/here`: next to nothing, so
/// that a page can measure its way to a region, and learns what is here.
final class RegionRoutes {
  private final Regions regions;
  private final boolean listsRooms;

  RegionRoutes(Config.Place place) {
    regions = place.regions();
    listsRooms = place.listsRooms();
  }

  void on(Router router, Operations operations) {
    router.get("/api/regions").handler(operations.reading(Rate.READ, _ -> all()));
    router.get("/api/here").handler(operations.reading(Rate.READ, _ -> here()));
  }

  private Reply all() {
    var json = JsonNodeFactory.instance.objectNode();
    if (regions.areSeveral()) {
      json.put("here", regions.here());
    }
    var all = json.putArray("regions");
    if (regions.areSeveral()) {
      regions
          .all()
          .forEach(
              region ->
                  all.addObject()
                      .put("name", region.name())
                      .put("address", region.address().toString()));
    }
    return Reply.json(200, json);
  }

  private Reply here() {
    return Reply.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("region", regions.here())
            .put("publicList", listsRooms));
  }
}
