"""What a plan may load while it is printed: only what was registered; no files, no network."""

from collections.abc import Mapping

from weasyprint.urls import URLFetcher, URLFetcherResponse


class RegisteredFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Answers registered addresses and refuses every other."""

    def __init__(self, resources: Mapping[str, tuple[str, bytes]]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._resources = resources

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """The registered resource at this address; raises ValueError for any other."""
        del headers
        if url not in self._resources:
            raise ValueError(f"not registered for this plan: {url[:80]}")
        kind, body = self._resources[url]
        return URLFetcherResponse(url, body, {"Content-Type": kind})
