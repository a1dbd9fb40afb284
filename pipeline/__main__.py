"""`python -m pipeline` is `lemumi`."""
from pipeline.cli.main import main

if __name__ == "__main__":
    main()
