"""A KUKSA databroker as far as subscriptions go: the real gRPC service of kuksa.val.v2 on loopback."""

import queue
import threading
from concurrent import futures
from typing import Any

import grpc
from kuksa.val.v2 import types_pb2, val_pb2, val_pb2_grpc


class Databroker(val_pb2_grpc.VALServicer):
    """Knows some signals; `put` tells a change to whoever subscribed, and the last value to whoever comes later."""

    def __init__(self, *known: str, port: int = 0) -> None:
        self.known = known
        self.subscribed: queue.Queue[str] = queue.Queue()
        """Paths in the order in which they were asked for."""
        self._last: dict[str, Any] = {}
        self._listeners: list[tuple[str, queue.Queue[Any]]] = []
        self._lock = threading.Lock()
        self._server = grpc.server(futures.ThreadPoolExecutor(max_workers=32))
        val_pb2_grpc.add_VALServicer_to_server(self, self._server)
        self.port = self._server.add_insecure_port(f"127.0.0.1:{port}")
        self._server.start()

    def put(self, path: str, **value: Any) -> None:
        """A new value, by its type: put("Vehicle.Speed", float=42.0)."""
        with self._lock:
            self._last[path] = point = types_pb2.Datapoint(value=types_pb2.Value(**value))
            listeners = [heard for name, heard in self._listeners if name == path]
        for heard in listeners:
            heard.put(point)

    def close(self) -> None:
        """Everybody is cut off."""
        for _, heard in self._listeners:
            heard.put(None)
        self._server.stop(grace=None).wait()

    def Subscribe(self, request: Any, context: Any) -> Any:  # noqa: N802 - the service's name
        (path,) = request.signal_paths
        self.subscribed.put(path)
        if path not in self.known:
            context.abort(grpc.StatusCode.NOT_FOUND, "Path not found")
        heard: queue.Queue[Any] = queue.Queue()
        with self._lock:
            self._listeners.append((path, heard))
            if path in self._last:
                heard.put(self._last[path])
        while (point := heard.get()) is not None:
            yield val_pb2.SubscribeResponse(entries={path: point})
