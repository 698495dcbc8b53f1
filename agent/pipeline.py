"""ONE feedback, start to finish. Read this first."""
